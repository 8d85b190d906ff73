import type { Contact } from '#lib/model/records/contact.ts';
import type { PersonOffice } from '#lib/panel/person-office.ts';
import { saveFile } from '../save-file.ts';

/** Saves all that is kept of somebody as a file of their name. */
export const savePerson = async (
  office: Pick<PersonOffice, 'export'>,
  { id, name }: Pick<Contact, 'id' | 'name'>,
): Promise<void> => saveFile(`${name}.json`, await office.export(id));
