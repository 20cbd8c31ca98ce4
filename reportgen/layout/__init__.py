"""From a `Document` and a theme to `Pages` of positioned items, and the `Geometry` that the Word writer takes over."""
