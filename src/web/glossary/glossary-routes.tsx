import { paths } from '../paths.ts';
import { page, type Route } from '../route.ts';
import { GlossaryPage } from './glossary-page.tsx';

/** What the words on our pages mean, for anybody. */
export const glossaryRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: paths.glossary,
    needs: 'anyone',
    answer: async () => page('Words and what they mean', <GlossaryPage />),
  },
];
