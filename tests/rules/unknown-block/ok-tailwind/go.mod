module example.org/site

go 1.15

require github.com/HugoBlox/hugo-blox-builder/modules/blox-tailwind v0.3.1
