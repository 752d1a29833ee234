// What postgrest-js is told of schema api: its Database type, derived from the types that are made from the OpenAPI document. The document
// says what a function takes, not what it gives, nor which columns of a view can be null: that is in the reference (docs/reference/api.md).
import type { definitions, paths } from './api.js';

type Arguments<Path> = Path extends { post: { parameters: { body: infer Body } } } ? (Body extends { args: infer Args } ? Args : Body) : Record<string, never>;

export interface Database {
  api: {
    Tables: {};
    Views: {
      [Name in keyof definitions]: {
        Row: Required<definitions[Name]>;
        Insert: Partial<definitions[Name]>;
        Update: Partial<definitions[Name]>;
        Relationships: [];
      };
    };
    Functions: {
      [Path in keyof paths as Path extends `/rpc/${infer Name}` ? Name : never]: { Args: Arguments<paths[Path]>; Returns: any };
    };
  };
}
