-- What the worker's hourly pruning looks for, without reading what is there.
create index user_favorites_removed_idx on public.user_favorites (deleted_at) where deleted_at is not null;
create index user_watchlist_removed_idx on public.user_watchlist (deleted_at) where deleted_at is not null;
create index hidden_movies_removed_idx on public.hidden_movies (deleted_at) where deleted_at is not null;
create index movie_ratings_removed_idx on public.movie_ratings (deleted_at) where deleted_at is not null;
create index viewing_history_removed_idx on public.viewing_history (deleted_at) where deleted_at is not null;
