import { catalogue, columns, slug, type TableAccess } from "./table-access";

export const CATALOGUE_ACCESS: Record<string, TableAccess> = {
  categories: catalogue({
    row: () => ({ slug: slug(), name: slug() }),
    fresh: () => ({ slug: slug(), name: slug() }),
    change: { position: 9 },
    columns: columns({
      written: "name slug description image_path position is_active",
      added: "id",
      kept: "created_at updated_at",
    }),
  }),
  movies: catalogue({
    row: () => ({ slug: slug(), title: "Row", status: "published" }),
    fresh: () => ({ slug: slug(), title: "Fresh" }),
    change: { title: "Changed" },
    columns: columns({
      written: `
        slug type title original_title tagline description plot year duration_seconds language countries
        genres keywords maturity_rating imdb_rating access_level status published_at featured
        category_id poster_path backdrop_path thumbnail_path poster_placeholder backdrop_placeholder
        thumbnail_placeholder tmdb_id imdb_id metadata asset_id trailer_asset_id`,
      added: "id",
      kept: `
        view_count favorite_count comment_count share_count rating_count rating_sum average_rating
        rating_prior cast_names features search_vector created_at updated_at`,
    }),
  }),
  movie_availability: catalogue({
    row: (world) => ({ movie_id: world.movieId, country: "KE" }),
    fresh: (world) => ({ movie_id: world.movieId, country: "VN" }),
    change: { country: "TZ" },
    columns: columns({
      written: "movie_id country available_from available_until",
      added: "id",
      kept: "created_at updated_at",
    }),
  }),
  episodes: catalogue({
    row: (world) => ({ movie_id: world.seriesId, season: 1, number: 2, slug: "two", title: "Two" }),
    fresh: (world) => ({ movie_id: world.seriesId, season: 1, number: 3, slug: "three", title: "Three" }),
    change: { title: "Changed" },
    columns: columns({
      written: `
        movie_id season number slug title description duration_seconds still_path still_placeholder
        asset_id`,
      added: "id",
      kept: "created_at updated_at",
    }),
  }),
  people: catalogue({
    row: () => ({ slug: slug(), name: "Row" }),
    fresh: () => ({ slug: slug(), name: "Fresh" }),
    change: { name: "Changed" },
    columns: columns({
      written: "slug name biography photo_path photo_placeholder tmdb_id imdb_id",
      added: "id",
      kept: "created_at updated_at",
    }),
  }),
  credits: catalogue({
    row: (world) => ({ movie_id: world.movieId, person_id: world.personId, role: "director" }),
    fresh: (world) => ({ movie_id: world.movieId, person_id: world.personId, role: "writer" }),
    change: { position: 3 },
    columns: columns({
      written: "movie_id person_id role character position",
      added: "id",
      kept: "created_at",
    }),
  }),
  collections: catalogue({
    row: () => ({ slug: slug(), title: "Row", is_published: true }),
    fresh: () => ({ slug: slug(), title: "Fresh" }),
    change: { title: "Changed" },
    columns: columns({
      written: "slug title description image_path position is_published translations",
      added: "id",
      kept: "created_at updated_at",
    }),
  }),
  collection_items: catalogue({
    row: (world) => ({ collection_id: world.collectionId, movie_id: world.movieId }),
    fresh: (world) => ({ collection_id: world.collectionId, movie_id: world.otherMovieId }),
    change: { position: 4 },
    columns: columns({
      written: "collection_id movie_id position",
      added: "id",
      kept: "created_at",
    }),
  }),
  video_assets: catalogue({
    row: (world) => ({ movie_id: world.movieId, status: "ready" }),
    fresh: (world) => ({ movie_id: world.movieId }),
    change: { kind: "trailer" },
    columns: columns({
      written: `
        movie_id episode_id kind status source_path source_sha256 hls_path duration_seconds size_bytes
        renditions audio_tracks thumbnails_path segments progress_percent error_text attempts`,
      added: "id",
      kept: "created_by created_at updated_at",
      hidden: "source_path source_sha256 size_bytes progress_percent error_text attempts created_by",
    }),
  }),
  subtitles: catalogue({
    row: (world) => ({ asset_id: world.assetId, language: "en", label: "English", path: slug() }),
    fresh: (world) => ({ asset_id: world.assetId, language: "vi", label: "Tiếng Việt", path: slug() }),
    change: { label: "Changed" },
    columns: columns({
      written: "asset_id language label kind path is_default",
      added: "id",
      kept: "created_at updated_at",
    }),
  }),
};
