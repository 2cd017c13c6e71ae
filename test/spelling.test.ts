/** The spellings of one word, brought to one. */
import { expect, it } from "vitest";
import { spelled } from "../core/spelling.ts";

it.each([
  ["randomised", "randomized"],
  ["organisations", "organizations"],
  ["catalyse", "catalyze"],
  ["haemorrhage", "hemorrhage"],
  ["tumours", "tumors"],
  ["behavioural", "behavioral"],
  ["centres", "centers"],
  ["fibre", "fiber"],
  ["programme", "program"],
  ["labelled", "labeled"],
  ["defence", "defense"],
  ["dialogues", "dialogs"],
  ["ageing", "aging"],
  ["judgement", "judgment"],
  ["photographie", "fotografie"],
  ["vs", "versus"],
])("takes %s for %s", (a, b) => expect(spelled(a)).toBe(spelled(b)));

it.each([
  ["advice", "advise"],
  ["hypertension", "hypotension"],
  ["low", "high"],
  ["ii", "iii"],
  ["test", "taste"],
])("keeps %s and %s apart", (a, b) => expect(spelled(a)).not.toBe(spelled(b)));
