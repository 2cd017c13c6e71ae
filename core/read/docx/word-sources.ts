/** The sources of Word's own citations (the `b:Sources` part) as CSL-JSON, by tag. */
import type { Csl, CslName } from "../../model.ts";
import { child, elements, textAt, type XmlElement } from "../xml.ts";

const types: Readonly<Record<string, string>> = {
  JournalArticle: "article-journal",
  ArticleInAPeriodical: "article-magazine",
  Book: "book",
  BookSection: "chapter",
  ConferenceProceedings: "paper-conference",
  Report: "report",
  InternetSite: "webpage",
  DocumentFromInternetSite: "webpage",
  Patent: "patent",
  Case: "legal_case",
};

export function wordSources(parts: readonly XmlElement[]): readonly Csl[] {
  return parts
    .filter((root) => /(?:^|:)Sources$/.test(root.name))
    .flatMap((root) =>
      elements(root)
        .filter(({ name }) => /(?:^|:)Source$/.test(name))
        .map(toCsl),
    );
}

function toCsl(source: XmlElement): Csl {
  const get = (name: string): string | null => textAt(source, `b:${name}`);
  const type = types[get("SourceType") ?? ""] ?? "document";
  const year = /\d{4}/.exec(get("Year") ?? "")?.[0];
  const authors = people(source);
  const fields: Partial<Record<keyof Csl, string | null>> = {
    id: get("Tag"),
    title: get("Title"),
    "container-title":
      get("JournalName") ?? get("BookTitle") ?? get("ConferenceName") ?? get("PeriodicalTitle"),
    volume: get("Volume"),
    issue: get("Issue"),
    page: get("Pages")?.replace(/[\u2010-\u2015]/g, "-") ?? null,
    edition: get("Edition"),
    publisher: get("Publisher") ?? get("Institution"),
    "publisher-place": get("City"),
    DOI: get("DOI"),
    URL: get("URL"),
  };
  return {
    type,
    ...(authors.length > 0 ? { author: authors } : {}),
    ...(year === undefined ? {} : { issued: { "date-parts": [[Number(year)]] } }),
    ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)),
  };
}

function people(source: XmlElement): CslName[] {
  const role = child(source, "b:Author");
  const author = role && child(role, "b:Author");
  if (!author) return [];
  const body = textAt(author, "b:Corporate");
  if (body !== null) return [{ literal: body }];
  const list = child(author, "b:NameList");
  return (list === null ? [] : elements(list, "b:Person")).flatMap((person) => {
    const [family, first, middle] = [
      textAt(person, "b:Last"),
      textAt(person, "b:First"),
      textAt(person, "b:Middle"),
    ];
    const given = [first, middle].filter(Boolean).join(" ");
    if (family === null) return given === "" ? [] : [{ literal: given }];
    return [given === "" ? { literal: family } : { family, given }];
  });
}
