module example

require github.com/example/shortcodes v1.0.0
