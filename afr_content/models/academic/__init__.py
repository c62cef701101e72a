"""Models of the theme's generation before 5.0, called Academic: versions 4.0 to 4.8.

They follow the templates of those tags; a key that is `until` 3.3 is older than the generation.
The theme went on changing for months between 4.8 and 5.0, and many sites have it from those
months, when it still called itself 4.8. So what 5.0 knows stands here too, `since` 5.0.
"""
