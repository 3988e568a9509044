/**
 * Functions that PostgreSQL lacks, in PL/pgSQL, made for the session alone: likeness and edits of two texts by their
 * letters or, with `bytes`, by the bytes of UTF-8, as DuckDB counts. Definitions as at our functions of these names.
 */
export function postgresqlFunctions(counts: 'letters' | 'bytes'): string {
  const split =
    counts === 'bytes'
      ? `SELECT CASE WHEN octet_length(convert_to(t, 'UTF8')) = char_length(t) THEN string_to_array(t, NULL) ELSE
    (SELECT array_agg(chr(get_byte(convert_to(t, 'UTF8'), n - 1)) ORDER BY n) FROM generate_series(1, octet_length(convert_to(t, 'UTF8'))) AS n) END`
      : `SELECT string_to_array(t, NULL)`;
  return [lettersFunction(split), ...functions]
    .map((sql) => sql.replaceAll('FUNCTION linkage_', 'FUNCTION pg_temp.linkage_'))
    .join('\n');
}

function lettersFunction(split: string): string {
  return `CREATE OR REPLACE FUNCTION linkage_letters(t text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT AS $$ ${split} $$;`;
}

const functions: readonly string[] = [
  `CREATE OR REPLACE FUNCTION linkage_jaro(s text, t text) RETURNS double precision LANGUAGE plpgsql IMMUTABLE STRICT AS $$
DECLARE
  a text[] := pg_temp.linkage_letters(s); b text[] := pg_temp.linkage_letters(t);
  p int := coalesce(array_length(a, 1), 0); q int := coalesce(array_length(b, 1), 0);
  reach int := greatest(0, greatest(p, q) / 2 - 1);
  taken boolean[] := array_fill(false, ARRAY[greatest(p, 1)]); found text[] := '{}';
  n int := 0; wrong int := 0; i int;
BEGIN
  FOR j IN 1..q LOOP
    FOR i IN greatest(1, j - reach)..least(p, j + reach) LOOP
      IF NOT taken[i] AND a[i] = b[j] COLLATE "C" THEN
        taken[i] := true; found := found || b[j]; n := n + 1; EXIT;
      END IF;
    END LOOP;
  END LOOP;
  IF n = 0 THEN RETURN 0; END IF;
  i := 0;
  FOR j IN 1..p LOOP
    IF taken[j] THEN
      i := i + 1;
      IF a[j] <> found[i] COLLATE "C" THEN wrong := wrong + 1; END IF;
    END IF;
  END LOOP;
  RETURN (n::double precision / p + n::double precision / q + (n - wrong / 2)::double precision / n) / 3;
END $$;`,
  `CREATE OR REPLACE FUNCTION linkage_jaro_winkler(s text, t text) RETURNS double precision LANGUAGE plpgsql IMMUTABLE STRICT AS $$
DECLARE
  a text[] := pg_temp.linkage_letters(s); b text[] := pg_temp.linkage_letters(t);
  plain double precision := pg_temp.linkage_jaro(s, t); alike int := 0;
BEGIN
  IF plain <= 0.7::double precision THEN RETURN plain; END IF;
  WHILE alike < 4 AND a[alike + 1] = b[alike + 1] COLLATE "C" LOOP alike := alike + 1; END LOOP;
  RETURN plain + alike * 0.1::double precision * (1 - plain);
END $$;`,
  `CREATE OR REPLACE FUNCTION linkage_jaccard(s text, t text) RETURNS double precision LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT CASE WHEN s = '' OR t = '' THEN 0 ELSE
    (SELECT count(*) FROM (SELECT unnest(pg_temp.linkage_letters(s)) INTERSECT SELECT unnest(pg_temp.linkage_letters(t))) x)::double precision
    / (SELECT count(*) FROM (SELECT unnest(pg_temp.linkage_letters(s)) UNION SELECT unnest(pg_temp.linkage_letters(t))) x) END $$;`,
  `CREATE OR REPLACE FUNCTION linkage_damerau_levenshtein(s text, t text) RETURNS int LANGUAGE plpgsql IMMUTABLE STRICT AS $$
BEGIN RETURN pg_temp.linkage_edits(s, t, true); END $$;`,
  `CREATE OR REPLACE FUNCTION linkage_levenshtein(s text, t text) RETURNS int LANGUAGE plpgsql IMMUTABLE STRICT AS $$
BEGIN RETURN pg_temp.linkage_edits(s, t, false); END $$;`,
  `CREATE OR REPLACE FUNCTION linkage_edits(s text, t text, swaps boolean) RETURNS int LANGUAGE plpgsql IMMUTABLE STRICT AS $$
DECLARE
  a text[] := pg_temp.linkage_letters(s); b text[] := pg_temp.linkage_letters(t);
  p int := coalesce(array_length(a, 1), 0); q int := coalesce(array_length(b, 1), 0);
  w int := q + 2; far int := p + q; d int[] := array_fill(far, ARRAY[(p + 2) * (q + 2)]);
  seen jsonb := '{}'; line int; col int; last int; best int;
BEGIN
  FOR i IN 0..p LOOP d[(i + 1) * w + 2] := i; END LOOP;
  FOR j IN 0..q LOOP d[w + j + 2] := j; END LOOP;
  FOR i IN 1..p LOOP
    last := 0;
    FOR j IN 1..q LOOP
      col := last;
      IF swaps THEN line := coalesce((seen ->> b[j])::int, 0); END IF;
      best := d[i * w + j + 1];
      IF a[i] = b[j] COLLATE "C" THEN last := j; ELSE best := best + 1; END IF;
      best := least(best, d[(i + 1) * w + j + 1] + 1, d[i * w + j + 2] + 1);
      IF swaps THEN best := least(best, d[line * w + col + 1] + (i - line - 1) + 1 + (j - col - 1)); END IF;
      d[(i + 1) * w + j + 2] := best;
    END LOOP;
    IF swaps THEN seen := jsonb_set(seen, ARRAY[a[i]], to_jsonb(i)); END IF;
  END LOOP;
  RETURN d[(p + 1) * w + q + 2];
END $$;`,
  `CREATE OR REPLACE FUNCTION linkage_shared(s text, t text) RETURNS bigint LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT count(*) FROM (SELECT unnest(string_to_array(s, ' ')) AS part INTERSECT SELECT unnest(string_to_array(t, ' '))) x WHERE part <> '' $$;`,
  `CREATE OR REPLACE FUNCTION linkage_seconds(t text) RETURNS double precision LANGUAGE plpgsql IMMUTABLE STRICT AS $$
BEGIN
  IF t !~ '^\\s*\\d{1,4}-\\d{1,2}-\\d{1,2}' THEN RETURN NULL; END IF;
  RETURN extract(epoch FROM t::timestamp);
EXCEPTION WHEN OTHERS THEN RETURN NULL;
END $$;`,
  `CREATE OR REPLACE FUNCTION linkage_number(t text) RETURNS double precision LANGUAGE plpgsql IMMUTABLE STRICT AS $$
BEGIN
  IF t !~ '^\\s*[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?\\s*$' THEN RETURN NULL; END IF;
  RETURN t::double precision;
EXCEPTION WHEN OTHERS THEN RETURN NULL;
END $$;`,
];
