"""The transparent relay: descriptions (`description`), ways (`ice`), keys (`association`), packets (`crossing`)."""
