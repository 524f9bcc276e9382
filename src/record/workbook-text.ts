/** Text as it is meant: a sheet writes some characters by their code, `_x000D_`, and an underscore before such a text too (ECMA-376 part 1, 22.9.2.19). */
export function unescaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => {
    const letter = String.fromCharCode(Number.parseInt(code, 16));
    return letter >= ' ' || '\t\n\r'.includes(letter) ? letter : '\ufffd';
  });
}
