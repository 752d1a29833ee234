// For the compiler alone: make web puts the library itself here.
export * from '@supabase/postgrest-js';
