import { neutralised } from '../../report/neutralised.ts';
import { isAbroad } from './flow-map-layout.ts';
import type { FlowRow } from './scope.ts';

export const DIRECTIONS = { in: 'Comes in', out: 'Goes out', within: 'Stays within' } as const;
export const DATA_WORDS = {
  none: 'No personal data',
  personal: 'Personal data',
  special: 'Special category data',
} as const;

export function dataWords({ information }: FlowRow): string {
  return information ? DATA_WORDS[information.data.personalData] : 'Not known';
}

export function encryptionWords({ flow }: FlowRow): string {
  const { encrypted } = flow.data;
  return encrypted === undefined ? 'Not said whether encrypted' : encrypted ? 'Encrypted' : 'Not encrypted';
}

export function countryWords({ country, flow }: FlowRow): string {
  if (country) return `${neutralised(country.name)}${isAbroad(country.name) ? ' (abroad)' : ''}`;
  return NO_COUNTRY[flow.data.direction];
}

const NO_COUNTRY = { in: 'Comes to you', out: 'Not said', within: 'Stays with you' } as const;
