/**
 * The part of the SARIF 2.1.0 schema that our logs use, as JSON Schema: every object closed, with the properties, the
 * required ones and the values that the published schema (OASIS, sarif-schema-2.1.0.json) gives them.
 */

const text = { type: "string" };
const index = { type: "integer", minimum: -1 };
const place = { type: "integer", minimum: 1 };
const level = { enum: ["none", "note", "warning", "error"] };
const properties = {
  type: "object",
  properties: { tags: { type: "array", uniqueItems: true, items: text } },
};
const ref = (name: string) => ({ $ref: `#/definitions/${name}` });
const list = (name: string, unique: boolean) => ({ type: "array", uniqueItems: unique, items: ref(name) });
const strings = { type: "object", additionalProperties: text };
const closed = (members: Readonly<Record<string, unknown>>, ...required: readonly string[]) => ({
  type: "object",
  additionalProperties: false,
  properties: { ...members, properties },
  required,
});

export const sarifSchema = {
  $schema: "http://json-schema.org/draft-07/schema#",
  type: "object",
  additionalProperties: false,
  properties: {
    $schema: { type: "string", format: "uri" },
    version: { enum: ["2.1.0"] },
    runs: list("run", false),
    properties,
  },
  required: ["version", "runs"],
  definitions: {
    run: closed(
      {
        tool: ref("tool"),
        columnKind: { enum: ["utf16CodeUnits", "unicodeCodePoints"] },
        results: list("result", false),
        artifacts: list("artifact", true),
        invocations: list("invocation", false),
      },
      "tool",
    ),
    tool: closed({ driver: ref("toolComponent") }, "driver"),
    toolComponent: closed({ name: text, version: text, rules: list("reportingDescriptor", true) }, "name"),
    reportingDescriptor: closed(
      {
        id: text,
        name: text,
        shortDescription: ref("multiformatMessageString"),
        fullDescription: ref("multiformatMessageString"),
        help: ref("multiformatMessageString"),
        helpUri: { type: "string", format: "uri" },
        defaultConfiguration: ref("reportingConfiguration"),
      },
      "id",
    ),
    reportingConfiguration: closed({ enabled: { type: "boolean" }, level }),
    multiformatMessageString: closed({ text, markdown: text }, "text"),
    message: {
      ...closed({ text, markdown: text, id: text }),
      anyOf: [{ required: ["text"] }, { required: ["id"] }],
    },
    result: closed(
      {
        ruleId: text,
        ruleIndex: index,
        level,
        message: ref("message"),
        locations: list("location", false),
        partialFingerprints: strings,
        suppressions: list("suppression", true),
      },
      "message",
    ),
    suppression: closed(
      {
        kind: { enum: ["inSource", "external"] },
        status: { enum: ["accepted", "underReview", "rejected"] },
        justification: text,
      },
      "kind",
    ),
    location: closed({ physicalLocation: ref("physicalLocation"), message: ref("message") }),
    physicalLocation: closed(
      { artifactLocation: ref("artifactLocation"), region: ref("region") },
      "artifactLocation",
    ),
    artifactLocation: closed({ uri: { type: "string", format: "uri-reference" }, index }),
    region: closed({
      startLine: place,
      startColumn: place,
      endLine: place,
      endColumn: place,
      snippet: ref("artifactContent"),
    }),
    artifactContent: closed({ text }),
    artifact: closed({ location: ref("artifactLocation"), hashes: strings, sourceLanguage: text }),
    invocation: closed(
      { executionSuccessful: { type: "boolean" }, toolExecutionNotifications: list("notification", false) },
      "executionSuccessful",
    ),
    notification: closed({ level, message: ref("message"), locations: list("location", true) }, "message"),
  },
};
