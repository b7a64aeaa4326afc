import {
  ADMINS,
  columns,
  mine,
  NOBODY,
  OWNER,
  READING_OWNER,
  SERVICE_ONLY,
  type TableAccess,
} from "./table-access";

const SAVED_COLUMNS = columns({
  written: "user_id viewer_profile_id movie_id deleted_at decided_at",
  kept: "id created_at updated_at",
});

/** Rows of one viewer that leave a tombstone: the owner reads, adds and changes them. */
function saved(change: TableAccess["change"]): Omit<TableAccess, "columns"> {
  return {
    row: (world) => ({ ...mine(world), movie_id: world.movieId }),
    fresh: (world) => ({ ...mine(world), movie_id: world.otherMovieId }),
    change,
    select: READING_OWNER,
    insert: OWNER,
    update: OWNER,
    delete: SERVICE_ONLY,
  };
}

const tombstone = { deleted_at: "2026-01-01T00:00:00Z" };

export const LIBRARY_ACCESS: Record<string, TableAccess> = {
  user_favorites: { ...saved(tombstone), columns: SAVED_COLUMNS },
  user_watchlist: { ...saved(tombstone), columns: SAVED_COLUMNS },
  hidden_movies: { ...saved(tombstone), columns: SAVED_COLUMNS },
  viewing_history: {
    ...saved({ progress_seconds: 12 }),
    columns: columns({
      written: `
        progress_seconds duration_seconds watch_percentage completed completed_at marked_by_hand
        video_quality device_type report_sequence watched_at dismissed_at deleted_at reported_seconds
        reported_percentage reported_moment finished_moment hand_mark hand_moment removed_moment
        is_dismissed dismissal_moment`,
      added: "user_id viewer_profile_id movie_id episode_id",
      kept: "id created_at updated_at",
    }),
  },
  movie_ratings: {
    row: (world) => ({ ...mine(world), movie_id: world.movieId, rating: 7.5 }),
    fresh: (world) => ({ ...mine(world), movie_id: world.otherMovieId, rating: 3 }),
    change: { rating: 8 },
    select: READING_OWNER,
    insert: OWNER,
    update: OWNER,
    delete: SERVICE_ONLY,
    columns: columns({
      written: "user_id viewer_profile_id movie_id rating deleted_at decided_at",
      kept: "id created_at updated_at",
    }),
  },
  playback_sessions: {
    row: (world) => ({ ...mine(world), movie_id: world.movieId }),
    fresh: (world) => ({ ...mine(world), movie_id: world.movieId }),
    change: { ended_at: "2026-01-01T00:00:00Z" },
    select: ["owner", "suspended", ...ADMINS],
    insert: SERVICE_ONLY,
    update: SERVICE_ONLY,
    delete: SERVICE_ONLY,
    columns: columns({
      kept: `
        id user_id viewer_profile_id movie_id episode_id device started_at last_heartbeat_at ended_at
        auth_session_id created_at`,
    }),
  },
  video_analytics: {
    row: (world) => ({
      playback_session_id: world.sessionId,
      user_id: world.owner.userId,
      movie_id: world.movieId,
    }),
    change: { play_count: 2 },
    select: ["owner", "suspended", ...ADMINS],
    insert: NOBODY,
    update: SERVICE_ONLY,
    delete: SERVICE_ONLY,
    columns: columns({
      kept: `
        id playback_session_id user_id movie_id play_count pause_count seek_count buffer_count
        quality_change_count watched_seconds buffering_seconds session_seconds average_bitrate
        startup_time_ms device browser os screen completion_rate drop_off_seconds dropped_frames
        error_count report_sequence created_at updated_at`,
    }),
  },
};
