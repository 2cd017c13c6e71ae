/** The audit's rules in words: what each code means, what to do, where it may be wrong. */
import { catalogue } from "../../core/audit/describe.ts";
import { type Endpoint, endpoint, none } from "../endpoint.ts";
import { Problem } from "../problem.ts";
import { requests, ruleListSchema, ruleSchema } from "../schemas.ts";

const byCode = new Map(catalogue.map((words) => [words.code, words]));

/** Returns the endpoints. They need no library. */
export function ruleRoutes(): readonly Endpoint[] {
  return [
    endpoint({
      method: "get",
      path: "/rules",
      operation: "listRules",
      summary: "The rules of the audit, by code",
      params: none,
      query: none,
      answers: { 200: { description: "All of them", schema: ruleListSchema } },
      problems: [],
      handle: () => ({ kind: "json", value: { items: catalogue } }),
    }),
    endpoint({
      method: "get",
      path: "/rules/{code}",
      operation: "getRule",
      summary: "A rule: what it reports, what to do, where it may be wrong",
      params: requests.problem,
      query: none,
      answers: { 200: { description: "The rule", schema: ruleSchema } },
      problems: ["not-found"],
      handle({ params: { code } }) {
        const value = byCode.get(code);
        if (value === undefined)
          throw new Problem("not-found", {
            detail: `There is no finding of the code "${code}".`,
            remedy: "GET /api/rules has them all.",
          });
        return { kind: "json", value };
      },
    }),
  ];
}
