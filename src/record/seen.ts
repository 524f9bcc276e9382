/** Signs that take up no more than room: blanks, joiners, marks of direction, fillers. Control characters are refused as such. */
const UNSEEN = /[\p{White_Space}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** Whether a person sees anything of a text: one of nothing but signs without a shape is as good as empty. */
export function isSeen(text: string): boolean {
  return text.replace(UNSEEN, '') !== '';
}
