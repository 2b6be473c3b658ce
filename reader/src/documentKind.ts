/** Tells what a document is by its name or its first bytes. */
import type { DocumentKind } from "./messages.ts";

/** The file names of documents that are converted to text. */
export const documentFileName = /\.(?:pdf|docx)$/i;

/** Number of bytes that are enough for `kindOfBytes`. */
export const signatureBytes = 1024;

/**
 * What a file is by its first bytes: a PDF, or a Word file of either format; undefined for anything else. Other Office files
 * and archives begin like Word files, so they are taken for them until they're read.
 */
export function kindOfBytes(start: Uint8Array): Exclude<DocumentKind, "text"> | undefined {
  if (isZip(start) || isCompoundFile(start)) return "docx";
  return hasPdfSignature(start) ? "pdf" : undefined;
}

/** What to read a file as: by its name, or else by its first bytes. */
export function kindOfFile(name: string, start: Uint8Array): DocumentKind {
  const [ending] = documentFileName.exec(name) ?? [];
  if (ending !== undefined) return ending.toLowerCase() === ".pdf" ? "pdf" : "docx";
  return kindOfBytes(start) ?? "text";
}

/** The signature of a PDF is in its first kilobyte. */
export const hasPdfSignature = (bytes: Uint8Array): boolean =>
  String.fromCharCode(...bytes.subarray(0, signatureBytes)).includes("%PDF-");

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

/** A zip archive, as Word files of today are. */
export const isZip = (bytes: Uint8Array): boolean => startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]);

/** A compound file, as Word files before 2007 and those with a password are. */
export const isCompoundFile = (bytes: Uint8Array): boolean =>
  startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
