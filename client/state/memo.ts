/** Remembers the last answer of a function of two arguments: many components ask the same thing in one render. */

/** Returns `f` with its last answer kept; arguments are compared by identity. */
export function memoLast<A, B, R>(f: (a: A, b: B) => R): (a: A, b: B) => R {
  let last: { readonly a: A; readonly b: B; readonly result: R } | null = null;
  return (a, b) => {
    if (!last || last.a !== a || last.b !== b) last = { a, b, result: f(a, b) };
    return last.result;
  };
}
