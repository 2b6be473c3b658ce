/** A pack file with the user's own guidelines, topics, and drugs: its text or, if it wasn't read, a sentence that says why. */
export type Pack = { readonly uri: string } & ({ readonly text: string } | { readonly unread: string });

/** Larger packs aren't read: no list of facts written by hand is that large. */
export const maxPackBytes = 4_000_000;
