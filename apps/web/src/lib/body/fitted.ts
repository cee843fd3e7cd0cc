// What fitting a practice to a body needs, in one piece: only who has set up a body fetches it.
export { wholeCatalogue } from '../content/whole-catalogue.ts';
export { namesOf } from './needed-names.ts';
