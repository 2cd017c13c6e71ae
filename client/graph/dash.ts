/** The dash of carried edges, in screen pixels; the graphics card and the 2-D layer draw the same. */
export const dash = { on: 6, off: 5 } as const;
