import { startAuthentication, startRegistration } from '@simplewebauthn/browser';

/** Passkeys are the one thing that cannot work without a script. The forms stay hidden where there is none. */
enhance('passkey-form', '/sign-in/passkey/start', (options) => startAuthentication({ optionsJSON: options }));
enhance('passkey-add', '/account/passkeys/start', (options) => startRegistration({ optionsJSON: options }));

/** Asks the server for a challenge, has the browser answer it, and sends the answer with the form. */
function enhance(id: string, start: string, answer: (options: never) => Promise<unknown>): void {
  const form = document.getElementById(id);
  if (!(form instanceof HTMLFormElement) || !('PublicKeyCredential' in window)) return;
  form.hidden = false;
  document.getElementById('passkey-need')?.remove();
  form.addEventListener('submit', (event) => {
    const token = form.elements.namedItem('token');
    const response = form.elements.namedItem('response');
    if (!(token instanceof HTMLInputElement) || !(response instanceof HTMLInputElement)) return;
    event.preventDefault();
    say('Waiting for your device …');
    void (async () => {
      try {
        const started = await fetch(start, { method: 'POST', headers: { accept: 'application/json' } });
        if (!started.ok || started.redirected) return location.assign(started.url === '' ? '/' : started.url);
        const { options, token: waiting } = (await started.json()) as { options: never; token: string };
        response.value = JSON.stringify(await answer(options));
        token.value = waiting;
        form.submit();
      } catch {
        say('That did not work. Try again, or use your password.');
      }
    })();
  });
}

function say(words: string): void {
  const place = document.getElementById('passkey-words');
  if (place) place.textContent = words;
}
