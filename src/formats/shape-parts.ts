/**
 * The parts of zod that the shapes of foreign documents need. The whole of zod, with its messages in forty languages,
 * would double the bundle. They are a separate module, because the module is loaded only for the first such document.
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
