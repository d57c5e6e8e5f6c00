import { follow } from '../../pieces/follow.ts';
import type { Words } from '../../pieces/language.ts';
import { tell } from '../shell/message.ts';
import { language } from './explorer.ts';
import { ownServer } from './own-server.ts';
import { queryClient } from './questions.ts';

const words: Words<'updated'> = {
  vi: { updated: 'Dữ liệu đã được cập nhật.' },
  en: { updated: 'The data has been updated.' },
};

/** Asks anew for what is shown when the server has other data, and drops the answers that are not shown. */
export function followData(): void {
  follow(ownServer(), () => {
    queryClient.removeQueries({ type: 'inactive' });
    void queryClient.invalidateQueries();
    tell(words[language.value].updated);
  });
}
