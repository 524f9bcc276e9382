import { Term } from '../glossary/term.tsx';

/** Stands where a passkey could be used, until the script that makes it work takes it away. */
export function PasskeysNeedScript() {
  return (
    <p id="passkey-need" className="app-aside">
      <Term of="passkey">Passkeys</Term> need JavaScript and a browser that knows them. Everything else works without.
    </p>
  );
}
