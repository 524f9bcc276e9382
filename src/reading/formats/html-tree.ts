import { type DefaultTreeAdapterTypes as Tree, defaultTreeAdapter } from 'parse5';

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
