import { defaultTreeAdapter, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { Limits } from '../limits.ts';
import { UnreadableError } from './unreadable-error.ts';

export function attribute(element: Tree.Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

/** Whether the page's own marks hide an element. Style sheets are not read. */
export function isHidden(element: Tree.Element): boolean {
  if (attribute(element, 'hidden') !== undefined) return true;
  const style = attribute(element, 'style');
  return style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style);
}

/** All text under a node, as written. */
export function plainTextOf(node: Tree.ParentNode): string {
  let text = '';
  for (const child of node.childNodes) {
    if (defaultTreeAdapter.isTextNode(child)) text += child.value;
    else if (defaultTreeAdapter.isElementNode(child)) text += child.tagName === 'br' ? '\n' : plainTextOf(child);
  }
  return text;
}

/** parse5's own tree, except that nesting has an end: its work grows with the square of the depth. */
export function boundedTree(limits: Limits): typeof defaultTreeAdapter {
  const depths = new WeakMap<object, number>();
  return {
    ...defaultTreeAdapter,
    appendChild(parent, child) {
      const depth = (depths.get(parent) ?? 0) + 1;
      if (depth > limits.depth)
        throw new UnreadableError('hostile', `Its HTML is nested more than ${limits.depth} levels deep.`);
      depths.set(child, depth);
      defaultTreeAdapter.appendChild(parent, child);
    },
  };
}

/** The parser compares each attribute of a tag with all before it, so that thousands of them would keep it busy for minutes. */
export function refuseEndlessTags(source: string): void {
  for (let open = source.indexOf('<'); open !== -1; ) {
    const close = source.indexOf('>', open);
    const end = close === -1 ? source.length : close;
    if (
      end - open > 30_000 &&
      /[a-z]/i.test(source[open + 1] ?? '') &&
      source.slice(open, end).split(/\s/).length > 3_000
    ) {
      throw new UnreadableError('hostile', 'One of its tags has thousands of attributes.');
    }
    open = source.indexOf('<', end);
  }
}
