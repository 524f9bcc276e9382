/** A text without the full stop that ends it, to stand before another one or inside a sentence. */
export function withoutStop(text: string): string {
  return text.replace(/(?<!\.)\.\s*$/, '');
}
