/**
 * The grammar of ancient works, cited by author, title and the numbers of book, chapter and section, which are the same
 * in every edition: "Josephus, Ant. 14.2.1", "Plato, Resp. 514a". Such a citation is complete: it names no imprint.
 */
import type { ParsedReference } from "../model.ts";
import { Builder } from "./build.ts";

const RULE = "ancient-work";

/** Authors whose works are cited so, as English prints them. */
const AUTHORS =
  "Aelian|Aeschines|Aeschylus|Ambrose|Ammianus Marcellinus|Apollodorus|Appian|Apuleius|Aristophanes|Aristotle|Arrian|Artemidorus|Athanasius|Athenaeus|Augustine|Aulus Gellius|Basil|Caesar|Cassius Dio|Cato|Catullus|Celsus|Chrysostom|Cicero|Clement of Alexandria|Columella|Cornelius Nepos|Cyprian|Demosthenes|Dio Cassius|Dio Chrysostom|Diodorus(?: Siculus)?|Diogenes Laertius|Dionysius of Halicarnassus|Epictetus|Epiphanius|Euripides|Eusebius|Frontinus|Galen|Gellius|Gregory of Nyssa|Herodotus|Hesiod|Hippocrates|Hippolytus|Homer|Horace|Irenaeus|Isocrates|Jerome|John Chrysostom|Josephus|Justin(?: Martyr)?|Juvenal|Lactantius|Livy|Longinus|Lucan|Lucian|Lucretius|Lysias|Macrobius|Marcus Aurelius|Martial|Origen|Orosius|Ovid|Pausanias|Petronius|Philo(?: of Alexandria)?|Philostratus|Pindar|Plato|Plautus|Pliny(?: the (?:Elder|Younger))?|Plotinus|Plutarch|Polybius|Procopius|Propertius|Quintilian|Sallust|Seneca(?: the (?:Elder|Younger))?|Sextus Empiricus|Sophocles|Statius|Strabo|Suetonius|Tacitus|Terence|Tertullian|Theophrastus|Thucydides|Tibullus|Valerius Maximus|Varro|Vegetius|Vergil|Virgil|Vitruvius|Xenophon";
const TITLE = "\\p{Lu}\\p{L}*\\.?(?:\\s\\p{L}+\\.?){0,5}?";
/** "14.2.1", "15.7–9", "514a–c"; one plain number behind a shortened title alone: a page stands behind a comma. */
const PLACE =
  "(?:\\d{1,4}(?:\\.\\d{1,4}){1,3}[a-e]?|\\d{1,4}[a-e]\\d{0,2}|(?<=\\.\\s)\\d{1,4})(?:[-\u2013](?:\\d{1,4}(?:\\.\\d{1,4}){0,3}[a-e]?|[a-e]))?";
/** "(Rackham, LCL)": whose translation is quoted. */
const TRANSLATION = "\\s\\((?:trans\\.\\s)?\\p{Lu}[\\p{L}.’' -]{1,40}(?:,\\s[A-Z]{2,6}(?:\\s\\d{1,4})?)?\\)";
const WORK = new RegExp(`^(${AUTHORS}),\\s(${TITLE})(?:,?\\s(${PLACE}))?(?:${TRANSLATION})?[\\s.,;]*$`, "du");

export interface AncientWork {
  /** Where the title ends. */
  readonly workEnd: number;
  readonly place: string | null;
  /** Where the place ends. */
  readonly end: number;
  readonly reference: ParsedReference;
}

/** Returns the ancient work that the whole text cites, or null. `bare`: its place may be left out. Linear. */
export function parseAncient(raw: string, bare = true): AncientWork | null {
  if (raw.length > 160) return null;
  const m = WORK.exec(raw);
  if (!m?.indices) return null;
  const place = m[3] ?? null;
  const end = (m.indices[3] ?? m.indices[2]!)[1];
  // Without a place only a shortened title says that no modern book is meant.
  if (place === null && !(bare && /\.$/.test(m[2]!))) return null;
  const b = new Builder(raw);
  b.draft.author = [{ family: m[1]! }];
  b.draft.title = m[2]!;
  const [author, title, at] = [m.indices[1]!, m.indices[2]!, m.indices[3]];
  b.prove("author", { start: author[0], end: author[1] }, "certain", RULE);
  b.prove("title", { start: title[0], end: title[1] }, "certain", RULE);
  if (at) b.prove("locator", { start: at[0], end: at[1] }, "certain", RULE);
  return { workEnd: title[1], place, end, reference: b.finish("classic", "certain") };
}
