/** Where the API begins. Whatever stands under it is answered by it alone, in JSON. */
export const API_ROOT = '/api';
export const API_PREFIX = `${API_ROOT}/v1`;

/** Whether an address is the API's to answer. */
export function isApiAddress(url: string): boolean {
  return url === API_ROOT || url.startsWith(`${API_ROOT}/`) || url.startsWith(`${API_ROOT}?`);
}
