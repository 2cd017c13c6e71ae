/** Rows of a CSV file (RFC 4180): quoted cells with commas, doubled quotes and line ends inside. */

/**
 * Yields the rows one by one, so that a large file is never held twice, and returns whether the last quoted cell was
 * closed: else the file was cut off inside it. Any line end counts; a quote inside an unquoted cell is a character like
 * others. Linear.
 */
export function* csvRows(text: string): Generator<readonly string[], boolean> {
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let closed = true;
  while (at < text.length) {
    const row: string[] = [];
    for (;;) {
      const [cell, next, ended] = text[at] === '"' ? quoted(text, at + 1) : plain(text, at);
      row.push(cell);
      at = next;
      closed &&= ended;
      if (text[at] !== ",") break;
      at++;
    }
    if (text[at] === "\r") at++;
    if (text[at] === "\n") at++;
    if (row.length > 1 || row[0] !== "") yield row;
  }
  return closed;
}

type Cell = readonly [cell: string, next: number, closed: boolean];

const cellEnd = /[,\r\n]/g;

function plain(text: string, from: number): Cell {
  cellEnd.lastIndex = from;
  const end = cellEnd.exec(text)?.index ?? text.length;
  return [text.slice(from, end), end, true];
}

/** What stands between the closing quote and the next comma is kept: nothing of the file is lost. */
function quoted(text: string, from: number): Cell {
  let cell = "";
  let at = from;
  for (;;) {
    const close = text.indexOf('"', at);
    if (close < 0) return [cell + text.slice(at), text.length, false];
    cell += text.slice(at, close);
    if (text[close + 1] !== '"') {
      const [rest, next] = plain(text, close + 1);
      return [cell + rest, next, true];
    }
    cell += '"';
    at = close + 2;
  }
}
