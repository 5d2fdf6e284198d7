import { v7 as uuidv7 } from 'uuid';

/** An id for something new: ordered by when it was made, and never given twice (UUID version 7, RFC 9562). */
export function newId(): string {
  return uuidv7();
}
