import { dictionary } from '@zxcvbn-ts/language-common';

/** Some fifty thousand passwords, in small letters. */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(dictionary['passwords-common']);
