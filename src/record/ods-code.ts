/** What a code of the Organisation Data Service looks like, such as `8JX41`: 3 to 10 letters and digits. */
const ODS_CODE = /^[A-Za-z0-9]{3,10}$/;

/** What is wrong with the field `odsCode` of a thing; undefined when it is right or not there. */
export function odsCodeProblem({ odsCode }: { readonly odsCode?: string | undefined }) {
  return odsCode === undefined || ODS_CODE.test(odsCode)
    ? undefined
    : { field: 'odsCode', message: 'ODS code must be 3 to 10 letters and digits' };
}
