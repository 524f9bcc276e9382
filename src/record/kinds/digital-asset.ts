import { choice, day, reference, text, yesNo } from './field.ts';
import { defineKind } from './kind.ts';

/** A device, server, service or piece of software: a row of the asset register. */
export const digitalAsset = defineKind({
  name: 'digital-asset',
  plural: 'digital-assets',
  label: { one: 'Digital asset', many: 'Digital assets' },
  purpose: 'Every device, server and piece of software you rely on, and whether it is protected.',
  fields: {
    name: text('Name', { hint: 'Such as an asset tag or the name of a server.' }),
    type: choice('Type', {
      laptop: 'Laptop',
      desktop: 'Desktop computer',
      phone: 'Phone or tablet',
      server: 'Server',
      network: 'Network device',
      software: 'Software',
      'cloud-service': 'Cloud service',
      media: 'Removable media',
      other: 'Other',
    }),
    serial: text('Serial number', { longest: 100 }).optional(),
    holder: reference('Held by', 'person', { personal: true }).optional(),
    supplier: reference('Supplier', 'supplier').optional(),
    product: text('Product and version', { hint: 'Operating system or software, such as Windows 11 24H2.' }).optional(),
    supportEndsOn: day('Supported until', { hint: 'The day the maker stops giving security updates.' }).optional(),
    encrypted: yesNo('Its storage is encrypted').optional(),
    antiMalware: yesNo('Anti-malware is on and up to date').optional(),
    defaultPasswordChangedOn: day('Factory password changed on', {
      past: true,
      hint: 'For network devices.',
    }).optional(),
    mfa: choice(
      'Multi-factor authentication',
      {
        enforced: 'Everyone must use it',
        available: 'People may use it',
        off: 'Off',
        'not-offered': 'Not offered',
      },
      { hint: 'For services that people sign in to.' },
    ).optional(),
    location: text('Where it is').optional(),
    checkedOn: day('Last checked on', {
      past: true,
      hint: 'When somebody last looked whether the above is so.',
    }).optional(),
    disposedOn: day('Disposed of on', { past: true }).optional(),
    disposal: text('How it was disposed of').optional(),
  },
  titleOf: ({ name }) => name,
  keyOf: ({ serial, disposedOn }) => (disposedOn ? undefined : serial?.toLowerCase()),
  invariants: [
    ({ data }) =>
      data.disposal && !data.disposedOn
        ? { field: 'disposedOn', message: 'Enter the day it was disposed of' }
        : undefined,
  ],
});
