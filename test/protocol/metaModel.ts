/**
 * Checks messages against LSP's meta model, `test/fixtures/lsp/metaModel.json`. It is stricter than the protocol: an
 * unknown property is a fault too, because it is probably misspelled.
 */
import { readFileSync } from "node:fs";

type Type =
  | { readonly kind: "base" | "reference"; readonly name: string }
  | { readonly kind: "array"; readonly element: Type }
  | { readonly kind: "map"; readonly value: Type }
  | { readonly kind: "or" | "and" | "tuple"; readonly items: readonly Type[] }
  | { readonly kind: "literal"; readonly value: { readonly properties: readonly Property[] } }
  | { readonly kind: "stringLiteral"; readonly value: string };

interface Property {
  readonly name: string;
  readonly type: Type;
  readonly optional?: boolean;
}

interface Structure {
  readonly name: string;
  readonly properties: readonly Property[];
  readonly extends?: readonly Type[];
  readonly mixins?: readonly Type[];
}

interface Enumeration {
  readonly name: string;
  readonly type: Type;
  readonly values: readonly { readonly value: string | number }[];
  readonly supportsCustomValues?: boolean;
}

interface Message {
  readonly method: string;
  readonly params?: Type;
  readonly result?: Type;
}

interface MetaModel {
  readonly requests: readonly Message[];
  readonly notifications: readonly Message[];
  readonly structures: readonly Structure[];
  readonly enumerations: readonly Enumeration[];
  readonly typeAliases: readonly { readonly name: string; readonly type: Type }[];
}

const model = JSON.parse(
  readFileSync(new URL("../fixtures/lsp/metaModel.json", import.meta.url), "utf8"),
) as MetaModel;

const byName = <T extends { readonly name: string }>(all: readonly T[]) =>
  new Map(all.map((one) => [one.name, one]));
const structures = byName(model.structures);
const enumerations = byName(model.enumerations);
const aliases = byName(model.typeAliases);
const messages = new Map([...model.requests, ...model.notifications].map((one) => [one.method, one]));

/** Faults, one per line, each with its path; none if the result is valid or LSP doesn't define the method. */
export function faultsInResult(method: string, result: unknown): readonly string[] {
  const message = messages.get(method);
  return message?.result ? faults(message.result, result, `${method} →`) : [];
}

/** The same for the parameters of a request or notification. */
export function faultsInParams(method: string, params: unknown): readonly string[] {
  const message = messages.get(method);
  return message?.params ? faults(message.params, params, method) : [];
}

/** False for custom requests, `imr/…`. */
export const isKnown = (method: string): boolean => messages.has(method);

function faults(type: Type, value: unknown, at: string): readonly string[] {
  switch (type.kind) {
    case "base":
      return isBase(type.name, value) ? [] : [`${at} is no ${type.name}: ${shown(value)}`];
    case "reference":
      return ofReference(type.name, value, at);
    case "array":
      if (!Array.isArray(value)) return [`${at} isn't a list: ${shown(value)}`];
      return value.flatMap((item, i) => faults(type.element, item, `${at}[${i}]`));
    case "tuple":
      if (!Array.isArray(value) || value.length !== type.items.length) return [`${at} isn't a tuple`];
      return type.items.flatMap((item, i) => faults(item, value[i], `${at}[${i}]`));
    case "map":
      if (!isObject(value)) return [`${at} isn't a map: ${shown(value)}`];
      return Object.entries(value).flatMap(([key, item]) => faults(type.value, item, `${at}.${key}`));
    case "stringLiteral":
      return value === type.value ? [] : [`${at} is not "${type.value}": ${shown(value)}`];
    case "literal":
      return ofProperties(type.value.properties, value, at);
    case "and":
      return type.items.flatMap((item) => faults(item, value, at));
    case "or": {
      const all = type.items.map((item) => faults(item, value, at));
      return all.reduce((least, some) => (some.length < least.length ? some : least));
    }
  }
}

function isBase(name: string, value: unknown): boolean {
  switch (name) {
    case "null":
      return value === null;
    case "boolean":
      return typeof value === "boolean";
    case "decimal":
      return typeof value === "number";
    case "integer":
      return Number.isInteger(value) && Math.abs(value as number) < 2 ** 31;
    case "uinteger":
      return Number.isInteger(value) && (value as number) >= 0 && (value as number) < 2 ** 31;
    case "URI":
    case "DocumentUri":
      return typeof value === "string" && /^[a-z][a-z\d+.-]*:/i.test(value);
    default:
      return typeof value === "string";
  }
}

function ofReference(name: string, value: unknown, at: string): readonly string[] {
  if (name === "LSPAny" || name === "LSPObject" || name === "LSPArray") return [];
  const alias = aliases.get(name);
  if (alias) return faults(alias.type, value, at);
  const enumeration = enumerations.get(name);
  if (enumeration) {
    const isOne = enumeration.values.some((one) => one.value === value);
    if (isOne) return [];
    return enumeration.supportsCustomValues
      ? faults(enumeration.type, value, at)
      : [`${at} is no ${name}: ${shown(value)}`];
  }
  const structure = structures.get(name);
  if (!structure) throw new Error(`The meta-model does not describe ${name}.`);
  return ofProperties(propertiesOf(structure), value, `${at} ${name}`);
}

/** Its own properties and those of the structures it extends or mixes in. */
function propertiesOf({ properties, extends: bases = [], mixins = [] }: Structure): readonly Property[] {
  const inherited = [...bases, ...mixins].flatMap((base) => {
    const structure = base.kind === "reference" ? structures.get(base.name) : undefined;
    return structure ? propertiesOf(structure) : [];
  });
  const own = new Set(properties.map(({ name }) => name));
  return [...properties, ...inherited.filter(({ name }) => !own.has(name))];
}

function ofProperties(properties: readonly Property[], value: unknown, at: string): readonly string[] {
  if (!isObject(value)) return [`${at} isn't a object: ${shown(value)}`];
  const known = new Set(properties.map(({ name }) => name));
  return [
    ...Object.keys(value).flatMap((name) =>
      known.has(name) ? [] : [`${at}.${name} is not in the protocol`],
    ),
    ...properties.flatMap(({ name, type, optional }) => {
      if (name in value) return faults(type, value[name], `${at}.${name}`);
      return optional ? [] : [`${at}.${name} is missing`];
    }),
  ];
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const shown = (value: unknown): string => JSON.stringify(value)?.slice(0, 80) ?? String(value);
