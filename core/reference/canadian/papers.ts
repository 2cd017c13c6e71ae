/**
 * What parliaments and the nations print, as the Canadian guide cites it: "House of Commons Debates, 41-1, vol 146,
 * No 12 (3 May 2012) at 7510", "Human Rights Council, Title, UN Doc A/HRC/7/16 (2008) at para 12", treaties.
 */
import { Builder } from "../build.ts";
import { dated, groups, people, pinned, put } from "../legal-build.ts";
import { isBody } from "../names.ts";
import { AT, addressed, DAY, type Headed, JURISDICTION, ONLINE, PLACE } from "./parts.ts";

const SESSION =
  "(?:\\d{1,2}-\\d{1,2}|\\d{1,2}\\w\\w\\s(?:Parl|Leg|Sess),\\s\\d{1,2}\\w\\w\\s(?:Sess|Parl|Leg))";
const DEBATES = new RegExp(
  `^(?:${JURISDICTION},\\s)?((?:(?:House of Commons|Senate|Legislative Assembly|National Assembly|Legislature|House of Assembly)(?:,)?\\s)?(?:Official Report of\\s)?(?:Debates|Hansard|Journal des débats)(?:\\s(?:of the|de la)\\s\\p{Lu}[\\p{L} ]{2,40})?(?:\\s\\(Hansard\\))?),\\s${SESSION}(?:,\\svol\\s(\\d{1,4}))?(?:,\\sNo\\s(\\w{1,6}))?\\s\\((${DAY})\\)${AT}?${ONLINE}?`,
  "du",
);
/** "House of Commons, Standing Committee on Ports, Evidence, 42-1, No 12 (3 June 2018) at 1530". */
const EVIDENCE = new RegExp(
  `^(?:${JURISDICTION},\\s)?(?:(?:Parliament|House of Commons|Senate|Legislative Assembly),\\s){0,2}((?:Standing|Special|Select|Legislative|Joint|Sub)\\s?(?:[Cc]ommittee|Joint\\sCommittee)\\s[^;“”"()]{3,120}?),\\s(Evidence|Minutes of Proceedings(?: and Evidence)?|Proceedings),\\s${SESSION},\\s(?:No|Issue\\sNo)\\s(\\w{1,6})\\s\\((${DAY})\\)${AT}?${ONLINE}?`,
  "du",
);
/** "Ann Orr, “Title”, The Globe and Mail (3 March 2019) A4, online: <globe.example/x>". */
const PRESS = new RegExp(
  `^(?:([^;:“”"()\\d]{3,120}?),\\s)?[“"]([^“”"]{3,300})[”"],\\s(\\p{Lu}[^,;()“”"]{2,80})\\s\\((${DAY})\\)(?:\\s([A-Z]{1,2}\\d{1,3}|\\d{1,3}))?(?:${ONLINE}|(?=[.;]?$|\\.\\s|\\s\\[))`,
  "du",
);
/** "“Title” (3 March 2019), online: House <house.example/x>". */
const SITE = new RegExp(
  `^(?:([^;:“”"()\\d]{3,120}?),\\s)?[“"]([^“”"]{3,300})[”"],?\\s\\((${DAY}|\\d{4})\\)(?:\\sat\\s(\\d{1,4}))?,\\sonline(?:\\s\\([^()]{1,30}\\))?:\\s([^<>;]{2,80})\\s<([^<>\\s]{4,300})>`,
  "du",
);
const UNITED_NATIONS = new RegExp(
  `^(?:(\\p{Lu}[^,;“”"()]{2,120}),\\s)?(\\p{Lu}[^;“”"]{3,300}?)(?:,\\s(?:[A-Z]{2,10}OR|\\d{1,2}\\w\\w\\sSess|Supp\\sNo\\s\\w+|Annex(?:\\s\\w+)?))*,\\s(UN\\sDocs?\\s[A-Z][\\w./-]*[\\w])(?:\\s\\((${DAY}|\\p{Lu}\\p{Ll}+\\s\\d{4}|\\d{4})\\))?(?:\\s\\d{1,4}(?=\\sat\\s))?${AT}?${ONLINE}?`,
  "du",
);
const TREATY = new RegExp(
  `^(\\p{Lu}[^;“”"()]{5,200}?),\\s(?:[^;“”"()]{3,60},\\s)?(${DAY}),\\s(?:(\\d{1,4})\\s)?(UNTS|Can\\sTS|CTS|ETS|LNTS|OASTS|ILM|TIAS)\\s((?:\\d{4}\\s)?(?:No\\s)?\\d{1,6})${PLACE}?${AT}?(?:\\s\\((?:entered|accession|ratified|signed|not yet)[^()]{2,100}\\))?`,
  "du",
);

/** Returns the paper at the head of the text, or null. Time bounded by the caller's limit. */
export function readPaper(text: string): Headed | null {
  const b = new Builder(text);
  const debates = DEBATES.exec(text);
  if (debates) {
    const [, title, volume, issue, day, place, url] = groups(debates);
    put(b, "title", title);
    put(b, "volume", volume);
    put(b, "issue", issue);
    dated(b, day);
    pinned(b, place);
    addressed(b, url);
    return { reference: b.finish("document", "certain"), end: debates[0].length };
  }
  const treaty = TREATY.exec(text);
  if (treaty) {
    const [, title, day, volume, series, page, place, at] = groups(treaty);
    put(b, "title", title);
    dated(b, day);
    put(b, "volume", volume);
    put(b, "container-title", series);
    put(b, "page", page);
    pinned(b, place ?? at);
    return { reference: b.finish("treaty", "certain"), end: treaty[0].length };
  }
  const evidence = EVIDENCE.exec(text);
  if (evidence) {
    const [, committee, title, issue, day, place, url] = groups(evidence);
    people(b, committee!);
    put(b, "title", title);
    put(b, "issue", issue);
    dated(b, day);
    pinned(b, place);
    addressed(b, url);
    return { reference: b.finish("document", "certain"), end: evidence[0].length };
  }
  const press = PRESS.exec(text);
  if (press) {
    const [, names, title, paper, day, page, url] = groups(press);
    if (names) people(b, names);
    put(b, "title", title);
    put(b, "container-title", paper);
    dated(b, day);
    put(b, "page", page);
    addressed(b, url);
    return { reference: b.finish("article-newspaper", "certain"), end: press[0].length };
  }
  const site = SITE.exec(text);
  if (site) {
    const [, names, title, day, place, house, url] = groups(site);
    if (names) people(b, names);
    put(b, "title", title);
    dated(b, day);
    put(b, "container-title", house);
    pinned(b, place);
    addressed(b, url);
    return { reference: b.finish("webpage", "certain"), end: site[0].length };
  }
  const nations = UNITED_NATIONS.exec(text);
  if (!nations) return null;
  const [, body, title, number, day, place, url] = groups(nations);
  const author = body && (isBody(nations[1]!) || /^UN/.test(nations[1]!) || /^\p{Lu}+$/u.test(nations[1]!));
  if (author) people(b, body);
  put(b, "title", author || !body ? title : { start: body.start, end: title!.end });
  put(b, "number", number);
  dated(b, day);
  pinned(b, place);
  addressed(b, url);
  return { reference: b.finish("report", "certain"), end: nations[0].length };
}
