/** Readers that are not ours and bring no types: RIS by Citation.js, JSON-LD by jsonld, XML by saxes. */
import { createRequire } from "node:module";
import { SaxesParser } from "saxes";
import type { Csl } from "../../core/model.ts";

const require = createRequire(import.meta.url);

/** Returns the records of an RIS file as CSL. */
export function readRis(file: string): readonly Csl[] {
  require("@citation-js/plugin-ris");
  const { plugins } = require("@citation-js/core") as {
    plugins: { input: { chain(data: string, options: object): Csl[] } };
  };
  return file.trim() === ""
    ? []
    : plugins.input.chain(file, { generateGraph: false, forceType: "@ris/file" });
}

/**
 * The terms of the Web Annotation context that we use, after http://www.w3.org/ns/anno.jsonld, so that no test needs
 * the network.
 */
const ANNO = {
  "@context": {
    oa: "http://www.w3.org/ns/oa#",
    as: "http://www.w3.org/ns/activitystreams#",
    xsd: "http://www.w3.org/2001/XMLSchema#",
    id: { "@type": "@id", "@id": "@id" },
    type: { "@type": "@id", "@id": "@type" },
    Annotation: "oa:Annotation",
    AnnotationPage: "as:OrderedCollectionPage",
    TextQuoteSelector: "oa:TextQuoteSelector",
    TextPositionSelector: "oa:TextPositionSelector",
    linking: "oa:linking",
    body: { "@type": "@id", "@id": "oa:hasBody" },
    target: { "@type": "@id", "@id": "oa:hasTarget" },
    source: { "@type": "@id", "@id": "oa:hasSource" },
    selector: { "@type": "@id", "@id": "oa:hasSelector" },
    motivation: { "@type": "@vocab", "@id": "oa:motivatedBy" },
    exact: "oa:exact",
    prefix: "oa:prefix",
    suffix: "oa:suffix",
    start: { "@type": "xsd:nonNegativeInteger", "@id": "oa:start" },
    end: { "@type": "xsd:nonNegativeInteger", "@id": "oa:end" },
    assessing: "oa:assessing",
    classifying: "oa:classifying",
    commenting: "oa:commenting",
    TextualBody: "oa:TextualBody",
    Person: "http://xmlns.com/foaf/0.1/Person",
    name: "http://xmlns.com/foaf/0.1/name",
    value: "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
    purpose: { "@type": "@vocab", "@id": "oa:hasPurpose" },
    creator: { "@type": "@id", "@id": "http://purl.org/dc/terms/creator" },
    created: { "@type": "xsd:dateTime", "@id": "http://purl.org/dc/terms/created" },
    items: { "@type": "@id", "@id": "as:items", "@container": "@list" },
    startIndex: { "@type": "xsd:nonNegativeInteger", "@id": "as:startIndex" },
  },
};

/** The terms of the RO-Crate 1.1 context that we use, after https://w3id.org/ro/crate/1.1/context. */
const CRATE = {
  "@context": {
    ...Object.fromEntries(
      (
        "CreativeWork Dataset SoftwareApplication CreateAction about name description datePublished license " +
        "identifier hasPart mentions softwareVersion instrument object result encodingFormat contentSize"
      )
        .split(" ")
        .map((term) => [term, `http://schema.org/${term}`]),
    ),
    File: "http://schema.org/MediaObject",
    conformsTo: "http://purl.org/dc/terms/conformsTo",
  },
};

const CONTEXTS: Readonly<Record<string, object>> = {
  "http://www.w3.org/ns/anno.jsonld": ANNO,
  "https://w3id.org/ro/crate/1.1/context": CRATE,
};

export interface Quad {
  readonly subject: { readonly value: string };
  readonly predicate: { readonly value: string };
  readonly object: { readonly value: string };
}

/** Returns the statements that a JSON-LD file makes. Throws on what is no JSON-LD, or leads to another context. */
export async function readJsonLd(file: string): Promise<readonly Quad[]> {
  const jsonld = require("jsonld") as {
    toRDF(document: object, options: object): Promise<Quad[]>;
  };
  return jsonld.toRDF(JSON.parse(file) as object, {
    safe: true,
    // Relative addresses of files inside a crate need a base.
    base: "arcp://crate/",
    documentLoader: (url: string) => {
      const document = CONTEXTS[url];
      if (document === undefined) throw new Error(`asked for ${url}`);
      return { contextUrl: null, documentUrl: url, document };
    },
  });
}

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

/** Returns the elements of a well-formed XML file in document order, with their own text; throws on any other. */
export function readXml(file: string): readonly XmlElement[] {
  const elements: XmlElement[] = [];
  const open: XmlElement[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element = { name, attributes: attributes as Record<string, string>, text: "" };
    elements.push(element);
    open.push(element);
  });
  parser.on("text", (text) => {
    const element = open.at(-1);
    if (element) element.text += text;
  });
  parser.on("closetag", () => {
    open.pop();
  });
  parser.write(file).close();
  return elements;
}
