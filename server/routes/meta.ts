/** About the server itself: health, the kinds of problems, its own description. */
import { type Endpoint, endpoint, none } from "../endpoint.ts";
import { describe } from "../openapi.ts";
import { Problem, type ProblemCode, problems } from "../problem.ts";
import { healthSchema, problemKindSchema, requests } from "../schemas.ts";
import type { Context } from "./context.ts";

const isCode = (code: string): code is ProblemCode => Object.hasOwn(problems, code);

/** Returns the endpoints; the description covers `others` and these. */
export function metaRoutes({ store, engine }: Context, others: readonly Endpoint[]): readonly Endpoint[] {
  const own: Endpoint[] = [
    endpoint({
      method: "get",
      path: "/health",
      operation: "getHealth",
      role: "anyone",
      summary: "Whether the server and its library answer",
      params: none,
      query: none,
      answers: { 200: { description: "They do", schema: healthSchema } },
      problems: [],
      async handle() {
        await store.ping();
        return { kind: "json", value: { status: "ok", version: engine.version } };
      },
    }),
    endpoint({
      method: "get",
      path: "/problems/{code}",
      operation: "getProblemKind",
      role: "anyone",
      summary: "What a problem's type means",
      params: requests.problem,
      query: none,
      answers: { 200: { description: "The kind of problem", schema: problemKindSchema } },
      problems: ["not-found"],
      handle({ params: { code } }) {
        if (!isCode(code)) throw new Problem("not-found", `There is no problem of the kind "${code}".`);
        const [status, title] = problems[code];
        return { kind: "json", value: { code, status, title } };
      },
    }),
    endpoint({
      method: "get",
      path: "/openapi.json",
      operation: "getDescription",
      role: "anyone",
      summary: "This description",
      params: none,
      query: none,
      answers: { 200: { description: "OpenAPI 3.1", media: "application/json" } },
      problems: [],
      handle: () => ({ kind: "json", value: description() }),
    }),
  ];
  let made: object | undefined;
  const description = () => {
    made ??= describe([...own, ...others], engine.version);
    return made;
  };
  return own;
}
