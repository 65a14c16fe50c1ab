/**
 * What the shapes of foreign documents are made of. Only these parts of zod: the whole of it, with its messages in forty languages, would
 * double the bundle. A module of its own, because it is loaded when the first such document is read.
 */
export {
  array,
  boolean,
  enum,
  int,
  literal,
  number,
  object,
  record,
  strictObject,
  string,
  union,
  unknown,
} from 'zod'
