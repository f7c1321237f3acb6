// Nothing: only the precompiled header of its targets counts.
