export const KEEPING_COMMANDS = ['verify', 'backup', 'restore', 'export', 'import', 'let-in'] as const;
export type KeepingCommandName = (typeof KEEPING_COMMANDS)[number];

export const KEEPING_HELP: Readonly<Record<KeepingCommandName, string>> = {
  'let-in': `perennial let-in EMAIL [options]

Prints a link, good for an hour and once, by which somebody who lost their
password gives themselves a new one. Everything they were signed in with ends
then. Make sure that it is they who ask.

  --without-second-factor  take away their codes and passkeys as well, for
                           somebody who has lost those too
`,
  verify: `perennial verify [options]

Proves that what is kept is whole: follows the chain of every journal, compares
the current rows with what the journal says, and reads every file again. Names
the first entry that is broken. A server may be running meanwhile.

  --organisation ID  only this one
  --expect HASH      a head that was noted down earlier must still be in a
                     journal; several with commas between them

Prints where each journal ends. A journal that was cut off at its end follows on
itself as before: only a head noted down in another place gives it away. Note
them down, and give them back with --expect.

Ends with 0 when everything is whole, 1 when something is not, and 2 when that
could not be found out.
`,
  backup: `perennial backup FILE [options]

Writes everything that is kept into one file while the server goes on: the
database as at one moment, the documents, the imported wording and the secret
key. Whoever has the file has all of that: guard it like the data itself.

  --force            replace FILE when it is there

There is no FILE before it is whole. Ends with 0, with 1 when the file of a
document was missing or damaged and everything else was taken, and with 2 when
there is no backup.
`,
  restore: `perennial restore FILE

Fills an empty place from a backup: the folder PERENNIAL_DATA, or the database
DATABASE_URL and that folder. It may be another kind of database than the backup
came from. Stop the server first.

Everything in FILE is checked before anything is written. Then everything is
written, or nothing, and perennial verify follows.

Ends with 0 when the place is whole and every journal ends where the backup
says, 1 when something is not, and 2 when nothing was restored.
`,
  export: `perennial export FILE [options]

Writes everything of one organisation into one file, in an open format that is
described in docs/export-format.md: its journal as JSON lines and its documents.

  --organisation ID  which one; may be left out when there is only one
  --force            replace FILE when it is there

Ends with 0, with 1 when the file of a document was missing or damaged and
everything else was taken, and with 2 when there is no export.
`,
  import: `perennial import FILE --owner EMAIL [options]

Takes in an organisation that perennial export wrote, here or elsewhere. All of
it is checked before any of it is written: its chain, its data and its files.

  --owner EMAIL      who owns it here; somebody without an account is invited by
                     a link that is printed
  --as-new           take it in under a new id, when it is here already

Ends with 0 when it is here and whole, 1 when one of its files was missing
already where it came from, and 2 when nothing was taken in.
`,
};
