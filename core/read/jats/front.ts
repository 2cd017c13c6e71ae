/** What a JATS article says about itself: title, language, date. */
import { child, elements, textAt, type XmlElement } from "../xml.ts";

export interface ArticleFacts {
  readonly title: string | null;
  readonly language: string | null;
  /** ISO date of the first publication. */
  readonly date: string | null;
}

export function articleFacts(article: XmlElement): ArticleFacts {
  const front = child(article, "front") ?? child(article, "front-stub") ?? article;
  const meta = child(front, "article-meta") ?? child(article, "book-meta") ?? front;
  const dates = elements(meta, "pub-date")
    .map(iso)
    .filter((date) => date !== null);
  return {
    title: textAt(meta, "title-group", "article-title") ?? textAt(meta, "book-title-group", "book-title"),
    language: article.attributes["xml:lang"] ?? null,
    date: dates.sort()[0] ?? null,
  };
}

function iso(date: XmlElement): string | null {
  const part = (name: string): number => Number.parseInt(textAt(date, name) ?? "", 10);
  const [year, month, day] = [part("year"), part("month"), part("day")];
  if (!(year >= 1000 && year <= 2999)) return null;
  const two = (n: number): string => String(n).padStart(2, "0");
  if (!(month >= 1 && month <= 12)) return String(year);
  return day >= 1 && day <= 31 ? `${year}-${two(month)}-${two(day)}` : `${year}-${two(month)}`;
}
