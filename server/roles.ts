/** What an account may do; each role may do what those before it may. */
export const roles = ["reader", "reviewer", "admin"] as const;
export type Role = (typeof roles)[number];
