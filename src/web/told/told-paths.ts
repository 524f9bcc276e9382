import { paths } from '../paths.ts';

export const toldPath = (organisation: string) => `${paths.home(organisation)}/what-you-told-us`;
export const toldFile = (organisation: string) => `${toldPath(organisation)}/export`;
export const confirmPath = (organisation: string) => `${toldPath(organisation)}/confirm`;
