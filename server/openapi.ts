/** The description of the API (OpenAPI 3.1), made from the endpoints and schemas that the server runs on. */
import { z } from "zod";
import { groupBy } from "../core/group-by.ts";
import { roleOf } from "./accounts/guard.ts";
import type { Answer, Endpoint } from "./endpoint.ts";
import { type ProblemCode, problems } from "./problem.ts";
import { components, problemSchema } from "./schemas.ts";

type Json = Readonly<Record<string, unknown>>;

/** A reference to a named schema, else the schema in place. */
function schemaJson(schema: z.ZodType): Json {
  const name = components.get(schema)?.id;
  if (name !== undefined) return { $ref: `#/components/schemas/${name}` };
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: "input" });
  return rest;
}

function parameters(schema: z.ZodType, place: "path" | "query"): readonly Json[] {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: "input" });
  return Object.entries(properties).map(([name, property]) => {
    const { description, ...rest } = property as Json;
    return {
      name,
      in: place,
      required: place === "path" || required.includes(name),
      schema: rest,
      ...(description === undefined ? {} : { description }),
    };
  });
}

function answer({ description, media, schema }: Answer): Json {
  if (schema !== undefined) {
    return { description, content: { "application/json": { schema: schemaJson(schema) } } };
  }
  return media === undefined ? { description } : { description, content: { [media]: {} } };
}

/** Problems by status; several of one status are listed in its description. */
function problemAnswers(codes: readonly ProblemCode[]): Json {
  const byStatus = groupBy(codes, (code) => problems[code][0]);
  return Object.fromEntries(
    [...byStatus].map(([status, list]) => [
      status,
      {
        description: list.map((code) => `${problems[code][1]} (\`${code}\`)`).join("; "),
        content: { "application/problem+json": { schema: schemaJson(problemSchema) } },
      },
    ]),
  );
}

/** What the guard may answer before the endpoint is asked, where accounts are on. */
const guardProblems = (e: Endpoint): readonly ProblemCode[] =>
  roleOf(e) === "anyone" ? [] : ["login-required", "forbidden"];

function operation(e: Endpoint): Json {
  return {
    operationId: e.operation,
    summary: e.summary,
    ...(e.description === undefined ? {} : { description: e.description }),
    "x-role": roleOf(e),
    parameters: [...parameters(e.params, "path"), ...parameters(e.query, "query")],
    ...(e.body === undefined
      ? {}
      : {
          requestBody: {
            description: e.body.description,
            required: true,
            content: Object.fromEntries(
              Object.entries(e.body.media).map(([media, schema]) => [
                media,
                schema === null ? {} : { schema: schemaJson(schema) },
              ]),
            ),
          },
        }),
    responses: {
      ...Object.fromEntries(Object.entries(e.answers).map(([status, a]) => [status, answer(a)])),
      ...(e.method === "get" ? { 304: { description: "As the client has it (If-None-Match)" } } : {}),
      ...problemAnswers([...e.problems, ...guardProblems(e), "wrong-host", "internal"]),
    },
  };
}

/**
 * The named schemas, those of the engine among them: zod puts what several share below "__shared", under the names
 * they carry, and refers to them there.
 */
function componentSchemas(): Json {
  const { schemas } = z.toJSONSchema(components, {
    io: "input",
    uri: (name) => `#/components/schemas/${name}`,
  });
  const { __shared, ...own } = schemas;
  const shared = (__shared as { readonly $defs?: Json } | undefined)?.$defs ?? {};
  const text = JSON.stringify({ ...shared, ...own }).replaceAll("schemas/__shared#/$defs/", "schemas/");
  return JSON.parse(text, (key, value) => (key === "$id" || key === "$schema" ? undefined : value));
}

/** Returns the description of these endpoints. */
export function describe(endpoints: readonly Endpoint[], version: string): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const e of endpoints) {
    const path = `/api${e.path}`;
    paths[path] = { ...paths[path], [e.method]: operation(e) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Footing",
      version,
      description: "Claims, notes and sources of documents. Errors are problem details (RFC 9457).",
      license: { name: "MIT", identifier: "MIT" },
    },
    paths,
    components: { schemas: componentSchemas() },
  };
}
