// For the compiler alone: make serve puts the library itself here, beside the pages that it serves.
export * from '@supabase/postgrest-js';
