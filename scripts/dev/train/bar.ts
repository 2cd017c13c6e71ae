/** A progress bar on the terminal; on a pipe, one line per tenth. */

/** Returns a function that shows `done` of `total` with a note; it ends the line at the last step. */
export function progressBar(title: string, total: number): (done: number, note: string) => void {
  let shown = -1;
  return (done, note) => {
    const share = done / total;
    const line = `${title.padEnd(12)} [${"#".repeat(Math.round(share * 24)).padEnd(24, ".")}] ${done}/${total}  ${note}`;
    if (process.stderr.isTTY) process.stderr.write(`\r${line.padEnd(100)}${done === total ? "\n" : ""}`);
    else if (Math.floor(share * 10) !== shown) {
      shown = Math.floor(share * 10);
      process.stderr.write(`${line}\n`);
    }
  };
}
