/** The first form of a page that leads on to `action`, or that has a button which does. */
function formOf(body: string, action: string): string {
  const forms = [...body.matchAll(/<form([^>]*)>(.*?)<\/form>/gs)];
  const own = forms.find(([, tag = '']) => tag.includes(`${action}"`));
  const [, , content = ''] = own ?? forms.find(([, , inner = '']) => inner.includes(`${action}"`)) ?? [];
  return content;
}

function unescaped(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** The hidden fields and selects of the form that leads on to `action`, as a browser would send them when nothing is touched. */
export function formFields(body: string, action: string): Record<string, string> {
  const form = formOf(body, action);
  const hidden = [...form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([input]) => [
    / name="([^"]*)"/.exec(input)?.[1] ?? '',
    unescaped(/ value="([^"]*)"/.exec(input)?.[1] ?? ''),
  ]);
  const selects = [...form.matchAll(/<select[^>]*name="([^"]*)".*?<\/select>/gs)].map(([whole, name = '']) => [
    name,
    /<option value="([^"]*)" selected=""/.exec(whole)?.[1] ?? '',
  ]);
  return Object.fromEntries([...hidden, ...selects]);
}

/** The values of the boxes of a name that a page offers to tick. */
export function openMarks(body: string, name: string): readonly string[] {
  return [...body.matchAll(/<input[^>]*type="checkbox"[^>]*>/g)].flatMap(([box]) =>
    box.includes(`name="${name}"`) ? [unescaped(/value="([^"]*)"/.exec(box)?.[1] ?? '')] : [],
  );
}
